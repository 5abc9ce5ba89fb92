export {
  belongsToRoom,
  callCustomer,
  connectResponder,
  moveCustomersIn,
  responderHungUp,
  responderInRoom,
  tellTheOtherSide,
  wayToCustomer,
} from './bring-together.ts';
export { roomChanged, type RoomEvent } from './conference.ts';
export { hasCallAbout, isFull } from './lines.store.ts';
export { callAccepterAgain, callAccepterIfCallerHolds, nextCallerOf } from './next-caller.ts';
export { canHandOn, partInCase } from './operators.ts';
export { headForRoom, joinRoom } from './room.ts';
