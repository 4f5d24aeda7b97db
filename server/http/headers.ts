import type { RequestHandler } from 'express';

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  // The scene draws its pictograms from data: images and saves pictures by way of blob: ones.
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/**
 * The Content-Security-Policy of a page: everything from ourselves, no inline script.
 *
 * @param styleNonce lets the code editor put its style element into the page; null for none
 */
export function contentSecurityPolicy(styleNonce: string | null): string {
  const styles = styleNonce === null ? POLICY['style-src'] : `'self' 'nonce-${styleNonce}'`;
  return Object.entries({ ...POLICY, 'style-src': styles })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/** Headers that every reply carries. No CORS header is ever sent: other sites read nothing here. */
export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': contentSecurityPolicy(null),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  });
  next();
};
