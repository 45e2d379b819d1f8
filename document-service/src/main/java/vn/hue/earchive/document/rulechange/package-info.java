/**
 * A new version of a rule set for dossiers that exist: what it would change, and the change itself
 * in resumable batches with a report.
 */
@NullMarked
package vn.hue.earchive.document.rulechange;

import org.jspecify.annotations.NullMarked;
