/**
 * What came into custody when and how much it is: the accession register (sổ đăng ký nộp lưu),
 * which can be held against the journal, and the annual statistics 0808 to 0810 (domain.md 4.12).
 */
@NullMarked
package vn.hue.earchive.archive.accession;

import org.jspecify.annotations.NullMarked;
