/**
 * HTTP conventions that every endpoint keeps: pages, cursors, entity tags, security headers,
 * refusal of unknown parameters.
 */
@NullMarked
package vn.hue.earchive.kit.rest;

import org.jspecify.annotations.NullMarked;
