/**
 * The types of verifying that the packs of a site are signed.
 */

import type { LoadOptions } from './index.js';

/** What `verify` takes. */
export interface VerifyOptions {
  /** The bytes of `manifest.json`, as they came: they are what was signed. */
  manifest: Uint8Array;
  /** The text of `manifest.json.minisig`. */
  signature: string;
  /** The public key of minisign that is expected, 56 characters, such as `RWQ8V4d5…`: from a place that you trust. */
  key: string;
  /** As for `load`. */
  wasm?: LoadOptions['wasm'];
}

/** A manifest whose signature is that of the expected key. */
export interface SignedManifest {
  /** Seconds since 1970 when the packs were last changed; it only grows. */
  version: number;
  /** The packs, as the manifest describes them. */
  packs: {
    file: string;
    sha256: string;
    bytes: number;
    lists: { id: string; title: string; issued: string | null; complete: boolean; designations: number; names: number }[];
  }[];
  /** Whether these bytes are the pack that the manifest means by this file name. */
  holds(file: string, pack: Uint8Array): boolean;
}
