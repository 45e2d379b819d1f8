/**
 * The API document beyond what the resources say themselves: its head, the access token, an example
 * for every operation and the form of problems.
 */
@NullMarked
package vn.hue.earchive.document.api;

import org.jspecify.annotations.NullMarked;
