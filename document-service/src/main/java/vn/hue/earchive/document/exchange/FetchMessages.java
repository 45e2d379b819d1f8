package vn.hue.earchive.document.exchange;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.hue.earchive.document.edxml.ReceiveMessage;
import vn.hue.earchive.document.exchange.BusDocuments.Addressee;
import vn.hue.earchive.document.exchange.BusDocuments.Due;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Takes in what the bus holds for our agencies: first the names, then message by message. A message
 * that cannot be taken in waits at the desk and stays at the bus; nothing is lost by a crash, and
 * nothing is taken in twice.
 */
@ApplicationScoped
public class FetchMessages {

    private static final Logger LOG = Logger.getLogger(FetchMessages.class);

    private final BusDocuments documents;
    private final ServiceBus bus;
    private final ReceiveMessage receive;
    private final ExchangeConfig config;
    private final Clock clock;

    FetchMessages(
            BusDocuments documents,
            ServiceBus bus,
            ReceiveMessage receive,
            ExchangeConfig config,
            Clock clock) {
        this.documents = documents;
        this.bus = bus;
        this.receive = receive;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "{earchive.document.exchange.fetch-every}",
            delayed = "{earchive.document.jobs.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        int received = run();
        if (received > 0) {
            LOG.infof("Messages taken in from the service bus count=%d", received);
        }
    }

    /** Asks for every agency that is connected, and fetches at most one batch; how many came. */
    public int run() {
        return JobScope.call(
                "fetch-messages",
                () -> {
                    documents.addressees().stream()
                            .filter(a -> bus.connects(a.code()))
                            .forEach(this::ask);
                    int received = 0;
                    for (int i = 0; i < config.batch(); i++) {
                        Optional<Due> due = documents.take();
                        if (due.isEmpty()) {
                            break;
                        }
                        received += fetch(due.get()) ? 1 : 0;
                    }
                    return received;
                });
    }

    private void ask(Addressee agency) {
        LocalDate today = LegalDate.today(clock);
        try {
            documents.note(
                    agency.id(),
                    bus.held(agency.code(), today.minusDays(config.lookBackDays()), today));
        } catch (BusFailure e) {
            // Asked again in a minute; what the bus holds, it keeps.
            LOG.warnf(
                    "Service bus does not say what it holds agencyId=%s code=%s",
                    agency.id(), e.code());
        }
    }

    private boolean fetch(Due due) {
        try {
            UUID message =
                    bus.fetch(
                            due.agencyCode(),
                            due.busId(),
                            edxml -> receive.fromBus(due.agencyId(), due.busId(), edxml));
            documents.received(due, message);
            return true;
        } catch (BusFailure e) {
            documents.failed(due, e);
        } catch (Problem e) {
            documents.failed(
                    due,
                    new BusFailure(
                                    BusFailure.Code.MESSAGE_REFUSED,
                                    e.type().code(),
                                    e.type().retryable())
                            .causedBy(e));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Message not taken in agencyId=%s", due.agencyId());
            documents.failed(
                    due,
                    new BusFailure(
                                    BusFailure.Code.INTERNAL_FAILURE,
                                    e.getClass().getSimpleName(),
                                    true)
                            .causedBy(e));
        }
        return false;
    }
}
