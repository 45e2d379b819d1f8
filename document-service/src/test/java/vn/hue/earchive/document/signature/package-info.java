/** Signature checks on files that the tests sign themselves. */
@org.jspecify.annotations.NullMarked
package vn.hue.earchive.document.signature;
