/** A year of one ward's work, played through the interface. */
@org.jspecify.annotations.NullMarked
package vn.hue.earchive.document.year;
