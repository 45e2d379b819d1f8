package vn.hue.earchive.archive.evidence;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStamp;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStampGenerator;
import org.bouncycastle.tsp.ers.ERSData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.bouncycastle.tsp.ers.ERSEvidenceRecordGenerator;
import org.bouncycastle.tsp.ers.ERSException;
import vn.hue.earchive.archive.evidence.TimestampClient.NoTimestamp;

/**
 * Evidence records (RFC 4998): one timestamp stands for a batch of packages, each of which gets a
 * record of its own with the hash tree reduced to it. Records are DER. Nothing here is stored.
 */
final class EvidenceRecords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private EvidenceRecords() {}

    /** Has a request stamped. */
    @FunctionalInterface
    interface Authority {
        TimeStampResponse stamp(TimeStampRequest request) throws NoTimestamp, InterruptedException;
    }

    /**
     * Records for the packages with these digests, in their order, under one timestamp.
     *
     * @param digests SHA-256 of each package, at least one
     */
    static List<byte[]> create(List<byte[]> digests, Authority authority)
            throws NoTimestamp, InterruptedException {
        try {
            List<ERSData> data = digests.stream().map(EvidenceRecords::known).toList();
            ERSArchiveTimeStampGenerator stamps =
                    new ERSArchiveTimeStampGenerator(digest(NISTObjectIdentifiers.id_sha256));
            stamps.addAllData(new ArrayList<>(data));
            TimeStampResponse response =
                    authority.stamp(stamps.generateTimeStampRequest(requests(), nonce()));
            List<ERSArchiveTimeStamp> made =
                    digests.size() == 1
                            ? List.of(stamps.generateArchiveTimeStamp(response))
                            : stamps.generateArchiveTimeStamps(response);
            ERSEvidenceRecordGenerator records = new ERSEvidenceRecordGenerator(digests());
            List<byte[]> encoded = new ArrayList<>();
            for (int at = 0; at < digests.size(); at++) {
                ERSEvidenceRecord kept = records.generate(made.get(at));
                // Fails when it is not the record of this package.
                kept.validatePresent(data.get(at), Date.from(Instant.now()));
                encoded.add(kept.getEncoded());
            }
            return encoded;
        } catch (TSPException | ERSException | java.io.IOException e) {
            throw new NoTimestamp("no evidence record", e);
        }
    }

    /**
     * The records of one batch, each with one more archive timestamp, over the one that they share:
     * done before its certificate ends, or its algorithm grows weak.
     */
    static List<byte[]> renew(List<byte[]> batch, Authority authority)
            throws NoTimestamp, InterruptedException {
        try {
            ERSEvidenceRecord first = new ERSEvidenceRecord(batch.getFirst(), digests());
            TimeStampResponse response =
                    authority.stamp(first.generateTimeStampRenewalRequest(requests(), nonce()));
            List<byte[]> renewed = new ArrayList<>();
            for (byte[] kept : batch) {
                renewed.add(
                        new ERSEvidenceRecord(kept, digests())
                                .renewTimeStamp(response)
                                .getEncoded());
            }
            return renewed;
        } catch (TSPException | ERSException | java.io.IOException e) {
            throw new NoTimestamp("no renewal", e);
        }
    }

    /**
     * The record with a new chain over package and old chains, hashed with SHA-512: done before
     * SHA-256 grows weak. Needs the bytes of the package, and a timestamp for each.
     */
    static byte[] rehash(byte[] kept, ERSData pack, Authority authority)
            throws NoTimestamp, InterruptedException {
        try {
            ERSEvidenceRecord old = new ERSEvidenceRecord(kept, digests());
            DigestCalculator stronger = digest(NISTObjectIdentifiers.id_sha512);
            TimeStampResponse response =
                    authority.stamp(
                            old.generateHashRenewalRequest(stronger, pack, requests(), nonce()));
            return old.renewHash(stronger, pack, response).getEncoded();
        } catch (TSPException | ERSException | java.io.IOException e) {
            throw new NoTimestamp("no new hashes", e);
        }
    }

    /** Data of which only the SHA-256 is at hand. */
    private static ERSData known(byte[] sha256) {
        return (calculator, previous) -> {
            if (previous != null
                    || !calculator
                            .getAlgorithmIdentifier()
                            .getAlgorithm()
                            .equals(NISTObjectIdentifiers.id_sha256)) {
                throw new IllegalStateException("the bytes are needed for other hashes");
            }
            return sha256.clone();
        };
    }

    private static TimeStampRequestGenerator requests() {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        return requests;
    }

    private static BigInteger nonce() {
        return new BigInteger(64, RANDOM);
    }

    static DigestCalculatorProvider digests() {
        try {
            return new JcaDigestCalculatorProviderBuilder().build();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("every Java has its digests", e);
        }
    }

    private static DigestCalculator digest(ASN1ObjectIdentifier algorithm) {
        try {
            return digests().get(new AlgorithmIdentifier(algorithm));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("every Java has its digests", e);
        }
    }
}
