/** An authority of the tests, and files that it signs. */
@org.jspecify.annotations.NullMarked
package vn.hue.earchive.signature;
