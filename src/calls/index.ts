export { holdMusicWav } from './hold-music.ts';
export {
  callByCarrierId,
  callById,
  liveCustomerLegs,
  liveResponderLegs,
  lockCall,
  moveLeg,
  noteCall,
  type Call,
} from './leg.store.ts';
export { call, callEvent, recording, type CallPurpose, type StoredCallStatus } from './tables.ts';
