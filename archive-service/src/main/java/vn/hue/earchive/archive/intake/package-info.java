/**
 * Receives submissions (nộp lưu): queues each dossier, pulls its files once, checks everything, and
 * decides per dossier: accepted into custody or returned with reasons.
 */
@NullMarked
package vn.hue.earchive.archive.intake;

import org.jspecify.annotations.NullMarked;
