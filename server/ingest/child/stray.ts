/**
 * Lets the process outlive promises that a library rejects and nobody awaits: pdf.js rejects some
 * of its inner ones beside the call that fails, and Node would end the process for it.
 */
export function outliveStrayRejections(): void {
  process.on('unhandledRejection', () => undefined);
}
