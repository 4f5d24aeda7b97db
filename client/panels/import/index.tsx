import './import.css';
import { useSignal } from '@preact/signals';
import { formatOfPasted, tooLong, type Imports } from '../../state/import.ts';
import { count } from '../../state/words.ts';
import { useApp } from '../context.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { ErrorNotice } from '../kit.tsx';
import { chosenFiles, droppedFiles } from './files.ts';
import { readHints, HintFields } from './hints.tsx';
import { importsOf } from './imports.ts';
import { ImportProgress } from './progress.tsx';

function Choose({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const over = useSignal(false);
  const unread = useSignal<readonly string[]>([]);
  const pick = (input: HTMLInputElement) => {
    onFiles(chosenFiles(input.files));
    input.value = '';
  };
  const drop = async (transfer: DataTransfer) => {
    const dropped = await droppedFiles(transfer);
    unread.value = dropped.unread;
    onFiles(dropped.files);
  };
  return (
    <div
      class="drop-zone"
      data-over={over.value}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        if (event.dataTransfer !== null) void drop(event.dataTransfer);
      }}
    >
      <p>
        <b>Drop files or a folder here</b>
      </p>
      <p class="quiet">Text, Markdown, HTML, PDF with text, Word, e-mail, JSON</p>
      {unread.value.length > 0 && (
        <p class="fault" role="alert">
          Could not be read and is left out: {unread.value.join(', ')}
        </p>
      )}
      <p class="actions">
        <label class="button">
          Choose files
          <input class="sr" type="file" multiple onChange={(event) => pick(event.currentTarget)} />
        </label>
        <label class="button">
          Choose a folder
          <input
            class="sr"
            type="file"
            ref={(input) => input?.setAttribute('webkitdirectory', '')}
            onChange={(event) => pick(event.currentTarget)}
          />
        </label>
      </p>
    </div>
  );
}

function Chosen({ files, onClear }: { files: readonly File[]; onClear: () => void }) {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const size =
    bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return (
    <p class="chosen">
      <b>{count(files.length, 'file')}</b>, {size}:{' '}
      <span class="quiet">
        {files
          .slice(0, 3)
          .map((file) => file.name)
          .join(', ')}
        {files.length > 3 && ` and ${files.length - 3} more`}
      </span>{' '}
      <button type="button" class="link" onClick={onClear}>
        take away
      </button>
    </p>
  );
}

/** What is filled in, why it cannot be sent, and the sending of it. */
function useImportForm(jobs: Imports) {
  const draft = jobs.draft.value;
  const { files, text, hints } = draft;
  const wrong = useSignal<Readonly<Record<string, string>>>({});
  const change = (to: Partial<typeof draft>) =>
    (jobs.draft.value = { ...jobs.draft.peek(), ...to });
  const submit = () => {
    const given = readHints(hints);
    wrong.value = given.wrong;
    if (Object.keys(given.wrong).length > 0) return;
    if (files.length > 0) void jobs.sendFiles(files, given.hints);
    else void jobs.sendText({ text, format: formatOfPasted(text), ...given.hints });
  };
  return {
    ...draft,
    wrong: wrong.value,
    empty: files.length === 0 && text.trim() === '',
    long: files.length === 0 ? tooLong(text) : null,
    change,
    submit,
  };
}

function Paste({
  text,
  long,
  onInput,
}: {
  text: string;
  long: string | null;
  onInput: (text: string) => void;
}) {
  return (
    <>
      <label class="paste">
        Or paste the text of an article
        <textarea
          rows={6}
          value={text}
          aria-invalid={long !== null}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </label>
      {long !== null && (
        <p class="fault" role="alert">
          {long}
        </p>
      )}
    </>
  );
}

function Begin({ jobs }: { jobs: Imports }) {
  const { files, text, hints, wrong, empty, long, change, submit } = useImportForm(jobs);
  return (
    <form
      class="import-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Choose onFiles={(chosen) => change({ files: [...jobs.draft.peek().files, ...chosen] })} />
      {files.length > 0 ? (
        <Chosen files={files} onClear={() => change({ files: [] })} />
      ) : (
        <Paste text={text} long={long} onInput={(typed) => change({ text: typed })} />
      )}
      <HintFields
        given={hints}
        wrong={wrong}
        onGive={(name, value) => change({ hints: { ...hints, [name]: value } })}
      />
      {jobs.error.value !== null && <ErrorNotice error={jobs.error.value} />}
      <p class="actions">
        <button
          type="submit"
          class="primary"
          disabled={empty || long !== null || jobs.sending.value}
        >
          {jobs.sending.value ? 'Sending …' : 'Import'}
        </button>
        <span class="quiet">Read on this machine; nothing leaves it.</span>
      </p>
    </form>
  );
}

/** Documents in: what to read, then how far it has come, then on to the review. */
export function ImportDialog() {
  const app = useApp();
  const jobs = importsOf(app);
  return (
    <Dialog label="Import documents">
      <div class="import">
        <h1>Import documents</h1>
        {jobs.job.value === null ? (
          <Begin jobs={jobs} />
        ) : (
          <ImportProgress jobs={jobs} job={jobs.job.value} />
        )}
      </div>
      <form method="dialog" class="import-close">
        <button type="submit" class="close" aria-label="Close">
          ×
        </button>
      </form>
    </Dialog>
  );
}
