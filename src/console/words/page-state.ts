import type { CaseStateWords } from '../../phrases/index.ts';
import { answeredVia, type PageFacts } from '../facts.ts';
import { pageState, type StateWord } from './states.ts';

/** How a page stands, in words; absent: English ones. */
export function stateOfPage(page: PageFacts, words?: CaseStateWords): StateWord {
  return pageState(
    { ...page, answered: page.answeredAt !== undefined, answeredVia: answeredVia(page) },
    words,
  );
}
