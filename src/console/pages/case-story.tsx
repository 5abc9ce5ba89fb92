import type { CaseFacts } from '../facts.ts';
import { Hatch, Legend } from '../story/marks.tsx';
import { hasMoreThanStart, windowOf, type Zoom } from '../story/scale.ts';
import { storyOf } from '../story/story-of.ts';
import { TallStory } from '../story/tall.tsx';
import { WideStory } from '../story/wide.tsx';

interface Props {
  readonly facts: CaseFacts;
  readonly zoom: Zoom;
  readonly now: Date;
  readonly zone: string;
}

/** The story of a case as a picture, in both orientations; the style sheet shows the one that fits. */
export function CaseStory({ facts, zoom, now, zone }: Props) {
  const story = storyOf(facts, now);
  const window = windowOf(story, zoom);
  const hasZoom = hasMoreThanStart(story);
  return (
    <section class="sec story" aria-labelledby="story">
      <header>
        <h2 id="story">The story</h2>
        {hasZoom && (
          <nav class="tabs noprint" aria-label="Part of the story">
            <a href="?zoom=start#story" aria-current={zoom === 'start' ? 'true' : undefined}>
              {facts.acknowledgedAt === undefined ? 'The beginning' : 'Until acceptance'}
            </a>
            <a href="?zoom=whole#story" aria-current={zoom === 'whole' ? 'true' : undefined}>
              All calls and pages
            </a>
          </nav>
        )}
      </header>
      <figure class="gap">
        <Hatch />
        <WideStory story={story} window={window} zone={zone} />
        <TallStory story={story} window={window} zone={zone} />
        <figcaption>
          <Legend />
        </figcaption>
      </figure>
    </section>
  );
}
