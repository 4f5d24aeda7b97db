import { useApp } from '../context.ts';

/** Takes a record up where it is mended: on the review screen, beside the queue. */
export function Mend({ id }: { id: string }) {
  const { screen } = useApp();
  return (
    <p class="actions">
      <button type="button" onClick={() => screen.go({ view: 'review', at: id })}>
        Mend
      </button>
    </p>
  );
}
