#!/usr/bin/env node
// Plain JavaScript, so that Node starts it from any folder; the rest is TypeScript run as it stands.
import { register } from 'tsx/esm/api';

register();
await import('../cli.ts');
