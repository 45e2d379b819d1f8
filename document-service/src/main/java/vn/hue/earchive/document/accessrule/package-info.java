/**
 * Rules of access, disclosure, personal data and secrecy: versions of a rule set of the agency, and
 * what they say of a title or a subject. They suggest; people decide.
 */
@NullMarked
package vn.hue.earchive.document.accessrule;

import org.jspecify.annotations.NullMarked;
