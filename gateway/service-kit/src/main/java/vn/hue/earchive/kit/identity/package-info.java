/**
 * Who is calling, what they may do, and the database scope that follows from it. Every service
 * refuses by itself: token, role, and rows of another agency.
 */
@NullMarked
package vn.hue.earchive.kit.identity;

import org.jspecify.annotations.NullMarked;
