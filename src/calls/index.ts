export { GIVES_WAY, isToGiveWay } from './gives-way.ts';
export { holdMusicWav } from './hold-music.ts';
export {
  callByCarrierId,
  callById,
  carrierOfCustomer,
  lastCustomerLeg,
  liveCustomerLegs,
  lastHeardOf,
  liveResponderLegs,
  lockCall,
  moveLeg,
  noteCall,
  type Call,
} from './leg.store.ts';
export { call, callEvent, type CallPurpose, type StoredCallStatus } from './tables.ts';
export { longestTalk, NOT_REACHED, type Talk } from './talk.store.ts';
