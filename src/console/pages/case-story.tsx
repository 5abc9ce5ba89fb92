import type { Catalogue } from '../catalogue/index.ts';
import type { CaseFacts } from '../facts.ts';
import { Hatch, Legend } from '../story/marks.tsx';
import { hasMoreThanStart, windowOf, type Zoom } from '../story/scale.ts';
import { storyOf } from '../story/story-of.ts';
import { TallStory } from '../story/tall.tsx';
import { WideStory } from '../story/wide.tsx';

interface Props {
  readonly catalogue: Catalogue;
  readonly facts: CaseFacts;
  readonly zoom: Zoom;
  readonly now: Date;
  readonly zone: string;
}

/** The story of a case as a picture, in both orientations; the style sheet shows the one that fits. */
export function CaseStory({ catalogue, facts, zoom, now, zone }: Props) {
  const words = catalogue.cases.story;
  const story = storyOf(facts, now, catalogue);
  const window = windowOf(story, zoom);
  const hasZoom = hasMoreThanStart(story);
  return (
    <section class="sec story" aria-labelledby="story">
      <header>
        <h2 id="story">{words.title}</h2>
        {hasZoom && (
          <nav class="tabs noprint" aria-label={words.parts}>
            <a href="?zoom=start#story" aria-current={zoom === 'start' ? 'true' : undefined}>
              {facts.acknowledgedAt === undefined ? words.beginning : words.untilAcceptance}
            </a>
            <a href="?zoom=whole#story" aria-current={zoom === 'whole' ? 'true' : undefined}>
              {words.whole}
            </a>
          </nav>
        )}
      </header>
      <figure class="gap">
        <Hatch />
        <WideStory story={story} window={window} zone={zone} words={words} />
        <TallStory story={story} window={window} zone={zone} words={words} />
        <figcaption>
          <Legend words={words.legend} />
        </figcaption>
      </figure>
    </section>
  );
}
