/** The change feed and webhooks. */
@org.jspecify.annotations.NullMarked
package vn.hue.earchive.document.feed;
