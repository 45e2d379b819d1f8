/** Tests of the checking process from inside. */
@org.jspecify.annotations.NullMarked
package vn.hue.earchive.document.signature.worker;
