import './review.css';
import { untracked, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { recordChanged } from '../../state/resource.ts';
import { useApp } from '../context.ts';
import { ErrorNotice, Loading } from '../kit.tsx';
import { SittingProvider, sittingOf, useSitting } from './context.ts';
import { DecisionsDialog } from './decisions.tsx';
import { LikenessesDialog } from './likenesses.tsx';
import { MergeDialog } from './merge.tsx';
import { SpeakerDialog } from './speaker.tsx';
import { SplitDialog } from './split.tsx';
import { useReviewKeys } from './keys.ts';
import { ReviewHelp } from './help.tsx';
import { queueFilterOf } from './narrowed.tsx';
import { Queue } from './queue.tsx';
import { Side } from './side.tsx';
import { DocumentText } from './text.tsx';

/** The address decides what is reviewed; where the person stands goes into the address. */
function useAddress(): void {
  const app = useApp();
  const { screen } = app;
  const { review } = useSitting();
  const loaded = useRef('');
  useSignalEffect(() => {
    const { at } = screen.state.value;
    const filter = queueFilterOf(app);
    const wanted = JSON.stringify(filter);
    if (wanted === loaded.current) {
      if (at !== null && at !== review.at.peek()) untracked(() => void review.open(at));
      return;
    }
    loaded.current = wanted;
    untracked(() => void review.load(filter, at));
  });
  useSignalEffect(() => {
    const at = review.at.value;
    if (at !== null && screen.view.peek() === 'review') screen.mark(at);
  });
}

/** What else is on screen shows the decisions once the person turns to it. */
function useRefresh(): void {
  const { review } = useSitting();
  useEffect(() => {
    const before = review.revision.peek();
    return () => {
      void review.settled().then(() => {
        if (review.revision.peek() !== before) recordChanged();
      });
    };
  }, [review]);
}

function Body() {
  const { review } = useSitting();
  const { focus } = useApp();
  useAddress();
  useRefresh();
  useReviewKeys();
  const { failed, items, loading, page } = review;
  if (failed.value !== null && items.value.length === 0)
    return <ErrorNotice error={failed.value} retry={() => void review.reload()} />;
  if (loading.value && page.value === null) return <Loading what="the proposals" />;
  return (
    <div class="review">
      <Queue />
      <DocumentText />
      <Side />
      {focus.dialog.value === 'review-help' && <ReviewHelp />}
      {focus.dialog.value === 'speaker' && <SpeakerDialog />}
      {focus.dialog.value === 'merge' && <MergeDialog />}
      {focus.dialog.value === 'split' && <SplitDialog />}
      {focus.dialog.value === 'decisions' && <DecisionsDialog />}
      {focus.dialog.value === 'likenesses' && <LikenessesDialog />}
    </div>
  );
}

/** Proposals of the reader, one after the other, each with the words it rests on. */
export function ReviewView() {
  return (
    <SittingProvider value={sittingOf(useApp())}>
      <Body />
    </SittingProvider>
  );
}
