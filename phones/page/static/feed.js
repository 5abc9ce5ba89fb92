/* global EventSource, performance, setInterval, setTimeout */
import { readState } from './control.js';

/** Changes come in bursts; the state is read at most this often. */
const READ_EVERY_MS = 120;
/** The phones beat every 2 s. */
const SILENCE_MS = 5000;

/**
 * Keeps the state fresh: `onState(state)` after each change, `onSilence(isSilent)` when the phones fall silent or
 * speak again.
 */
export function openFeed(onState, onSilence) {
  let lastNews = performance.now();
  let isSilent = false;
  let isReading = false;
  let isWanted = false;

  const news = () => {
    lastNews = performance.now();
    if (isSilent) {
      isSilent = false;
      onSilence(false);
    }
  };
  const read = async () => {
    isWanted = true;
    if (isReading) return;
    isReading = true;
    while (isWanted) {
      isWanted = false;
      const state = await readState().catch(() => null); // A silence is told by the watch below.
      if (state) {
        news();
        onState(state);
      }
      await new Promise((resolve) => setTimeout(resolve, READ_EVERY_MS));
    }
    isReading = false;
  };

  const source = new EventSource('/control/events');
  source.addEventListener('change', () => {
    news();
    void read();
  });
  source.addEventListener('beat', news);
  setInterval(() => {
    if (isSilent || performance.now() - lastNews < SILENCE_MS) return;
    isSilent = true;
    onSilence(true);
  }, 1000);
  void read();
}
