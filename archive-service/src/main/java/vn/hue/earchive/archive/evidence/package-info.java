/**
 * The evidence log: every audit entry becomes a leaf of one append-only Merkle tree (RFC 6962),
 * published as tiles with signed checkpoints (C2SP tlog-tiles, tlog-checkpoint), so that whoever
 * trusts nobody can check that nothing was changed, left out or backdated.
 */
@NullMarked
package vn.hue.earchive.archive.evidence;

import org.jspecify.annotations.NullMarked;
