package vn.hue.earchive.archive.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one package of a ZIP.
 *
 * @param root its folder; empty when it has none
 * @param dossier null when something is wrong with it
 * @param findings everything that is wrong
 */
public record SipReading(String root, @Nullable SipDossier dossier, List<SipFinding> findings) {}
