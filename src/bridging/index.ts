export {
  callCustomer,
  connectResponder,
  moveCustomersIn,
  responderInRoom,
  tellTheOtherSide,
} from './bring-together.ts';
export { roomChanged, type RoomEvent } from './conference.ts';
export { joinRoom } from './room.ts';
