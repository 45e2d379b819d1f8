/**
 * What a benchmark leaves behind: a table for a person, JSON for a program, the history and its
 * page.
 */
@NullMarked
package vn.hue.earchive.bench.report;

import org.jspecify.annotations.NullMarked;
