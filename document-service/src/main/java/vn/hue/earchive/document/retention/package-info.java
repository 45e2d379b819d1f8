/**
 * Retention schedules: import from CSV, search without tones, and the period that a rule gives to a
 * dossier.
 */
@NullMarked
package vn.hue.earchive.document.retention;

import org.jspecify.annotations.NullMarked;
