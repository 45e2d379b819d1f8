/**
 * What leads up to a hand-over to the agency archive: who may do what after whom, what is due,
 * reminders of it, holding back with consent, and the work of people who leave.
 */
@NullMarked
package vn.hue.earchive.document.handover;

import org.jspecify.annotations.NullMarked;
