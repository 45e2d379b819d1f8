/**
 * Documents that no dossier holds yet, each with the dossiers that it may belong to and why, and
 * their filing in bulk.
 */
@NullMarked
package vn.hue.earchive.document.inbox;

import org.jspecify.annotations.NullMarked;
