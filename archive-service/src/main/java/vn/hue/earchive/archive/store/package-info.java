/**
 * Keeps packages as OCFL 1.1 objects in every archive store, reads them back, heals missing copies.
 * The archive store is the truth: what lies there can be read without this software.
 */
@NullMarked
package vn.hue.earchive.archive.store;

import org.jspecify.annotations.NullMarked;
