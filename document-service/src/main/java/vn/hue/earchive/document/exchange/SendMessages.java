package vn.hue.earchive.document.exchange;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.edxml.EdxmlWriter;
import vn.hue.earchive.document.exchange.RecordAttempt.Work;
import vn.hue.earchive.kit.identity.JobScope;

/**
 * Sends what is due, each message apart: taken in one transaction (it comes back after a lease when
 * this process dies), sent without one, its result noted in another. Any number of instances share
 * the queue by row locks. A crash between sending and noting sends twice; receivers tell by the
 * natural key.
 */
@ApplicationScoped
public class SendMessages {

    private static final Logger LOG = Logger.getLogger(SendMessages.class);

    private final RecordAttempt record;
    private final MessageContent content;
    private final ServiceBus bus;
    private final ExchangeConfig config;

    SendMessages(
            RecordAttempt record, MessageContent content, ServiceBus bus, ExchangeConfig config) {
        this.record = record;
        this.content = content;
        this.bus = bus;
        this.config = config;
    }

    @Scheduled(
            every = "{earchive.document.exchange.every}",
            delayed = "{earchive.document.jobs.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        int sent = run();
        if (sent > 0) {
            LOG.infof("Messages handed to the service bus count=%d", sent);
        }
    }

    /** Tries at most one batch; how many were sent. */
    public int run() {
        return JobScope.call(
                "send-messages",
                () -> {
                    int sent = 0;
                    for (int i = 0; i < config.batch(); i++) {
                        Optional<UUID> taken = record.take();
                        if (taken.isEmpty()) {
                            break;
                        }
                        sent += record.work(taken.get()).filter(this::send).isPresent() ? 1 : 0;
                    }
                    return sent;
                });
    }

    private boolean send(Work work) {
        try {
            if (work.answeredBusId() != null && work.status() != null) {
                bus.updateStatus(work.agencyCode(), work.answeredBusId(), work.status());
                record.sent(work.id(), work.answeredBusId(), null, 0);
                return true;
            }
            EdxmlWriter.Message message = content.of(work);
            Hashed hashed = new Hashed(message);
            String busId = bus.send(work.agencyCode(), work.kind(), hashed);
            record.sent(work.id(), busId, hashed.sha256(), message.length());
            return true;
        } catch (BusFailure e) {
            LOG.debugf(e, "Message not sent outboundId=%s", work.id());
            record.failed(work.id(), e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Message not sent outboundId=%s", work.id());
            record.failed(
                    work.id(),
                    new BusFailure(
                                    BusFailure.Code.INTERNAL_FAILURE,
                                    e.getClass().getSimpleName(),
                                    true)
                            .causedBy(e));
        }
        return false;
    }

    /** The digest of the bytes that left is taken while they leave. */
    private static final class Hashed implements ServiceBus.Message {

        private final EdxmlWriter.Message message;
        private @Nullable MessageDigest digest;

        Hashed(EdxmlWriter.Message message) {
            this.message = message;
        }

        @Override
        public long length() {
            return message.length();
        }

        @Override
        public InputStream open() {
            try {
                MessageDigest fresh = MessageDigest.getInstance("SHA-256");
                digest = fresh;
                return new DigestInputStream(message.open(), fresh);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Nullable String sha256() {
            return digest == null ? null : HexFormat.of().formatHex(digest.digest());
        }
    }
}
