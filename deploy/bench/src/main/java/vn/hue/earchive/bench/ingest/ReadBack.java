package vn.hue.earchive.bench.ingest;

import java.util.List;
import java.util.concurrent.ExecutionException;
import vn.hue.earchive.bench.ingest.Ingested.Registered;
import vn.hue.earchive.bench.report.Invariants;
import vn.hue.earchive.bench.stats.Clients;
import vn.hue.earchive.bench.stats.Samples;

/**
 * Verifies a round once its clock has stopped: every byte comes back from the holding, every
 * dossier is found exactly once.
 */
final class ReadBack {

    private final Questions questions;
    private final Samples samples;
    private final Invariants invariants;

    ReadBack(Questions questions, Samples samples, Invariants invariants) {
        this.questions = questions;
        this.samples = samples;
        this.invariants = invariants;
    }

    void verify(List<Ingested> dossiers, int clients)
            throws InterruptedException, ExecutionException {
        Clients.each(dossiers.size(), clients, index -> verify(dossiers.get(index)));
    }

    private void verify(Ingested dossier) throws Exception {
        for (Registered document : dossier.documents()) {
            long start = System.nanoTime();
            String digest = questions.digestFromHolding(dossier.dossierId(), document.fileId());
            samples.add("read from holding", System.nanoTime() - start);
            invariants.require(
                    digest.equals(document.sha256()),
                    "File %s of holding %s came back with SHA-256 %s instead of %s."
                            .formatted(
                                    document.fileId(),
                                    dossier.dossierId(),
                                    digest,
                                    document.sha256()));
        }
        String word = dossier.sample().word();
        int found = questions.count("dossier,holding", word);
        boolean itself = questions.found("dossier,holding", word).containsKey(dossier.dossierId());
        invariants.require(
                found == 1 && itself,
                "Search finds dossier %s %d times (%s)."
                        .formatted(
                                dossier.dossierId(),
                                found,
                                itself ? "among others" : "not itself"));
    }
}
