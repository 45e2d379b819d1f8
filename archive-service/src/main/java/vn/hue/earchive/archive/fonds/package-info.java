/**
 * Fonds (phông): whose records the archive holds, described as domain.md 2.2 has it. The open fonds
 * of an agency is there from the moment the archive knows the agency.
 */
@NullMarked
package vn.hue.earchive.archive.fonds;

import org.jspecify.annotations.NullMarked;
