/**
 * Agencies for training: their mark on everything that is printed or exported, their boundary to
 * the world of real records, and their reset.
 */
@NullMarked
package vn.hue.earchive.document.training;

import org.jspecify.annotations.NullMarked;
