/** Does one task for compute.ts in a process of its own, then ends. */
import { perform, type Task } from './compute.ts';

process.once('message', (task: Task) => {
  process.send?.(perform(task), () => process.disconnect());
});
