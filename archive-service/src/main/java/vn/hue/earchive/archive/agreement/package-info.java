/**
 * Submission agreements (OAIS): what an agency may hand over and how, agreed with its archivist and
 * applied by the intake.
 */
@NullMarked
package vn.hue.earchive.archive.agreement;

import org.jspecify.annotations.NullMarked;
