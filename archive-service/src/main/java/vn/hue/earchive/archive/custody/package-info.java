/**
 * What the archive holds (quản lý): holdings, their copies, the agencies they belong to; heals what
 * is kept in fewer copies than required.
 */
@NullMarked
package vn.hue.earchive.archive.custody;

import org.jspecify.annotations.NullMarked;
