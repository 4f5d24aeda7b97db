/** For processes.test.ts: waits as long as the task says and replies with when it began and ended; below 0, ends without a reply. */
process.once('message', ({ forMs }: { forMs: number }) => {
  if (forMs < 0) process.exit(3);
  const began = Date.now();
  setTimeout(() => {
    process.send?.([began, Date.now()], () => process.disconnect());
  }, forMs);
});
