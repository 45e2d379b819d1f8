/**
 * What a state change leaves behind in its own transaction: the outbox row of its event and its
 * audit entry.
 */
@NullMarked
package vn.hue.earchive.kit.journal;

import org.jspecify.annotations.NullMarked;
