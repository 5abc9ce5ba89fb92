import { answeredVia, type PageFacts } from '../facts.ts';
import { pageState, type StateWord } from './states.ts';

/** How a page stands, in words. */
export function stateOfPage(page: PageFacts): StateWord {
  return pageState({
    ...page,
    answered: page.answeredAt !== undefined,
    answeredVia: answeredVia(page),
  });
}
