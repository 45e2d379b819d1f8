/**
 * Consumes events exactly once in effect: dedup row and effect in one transaction, gaps waited for,
 * poison parked.
 */
@NullMarked
package vn.hue.earchive.kit.inbox;

import org.jspecify.annotations.NullMarked;
