package vn.hue.earchive.document.bench;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import vn.hue.earchive.document.numbering.NumberSeries;
import vn.hue.earchive.kit.identity.JobScope;

/**
 * Numbers taken by eight clients over forty agencies, against bare transactions on connections of
 * their own that lock and increment such a row.
 */
final class Numbering {

    private static final int CLIENTS = 8;
    private static final int AGENCIES = 40;
    private static final int EACH = 2_000;

    private final NumberSeries series;
    private final String url;
    private final String user;
    private final String password;

    Numbering(NumberSeries series, String url, String user, String password) {
        this.series = series;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Numbers a second of the service / of the bare transactions, one pair after the other. */
    List<double[]> rates(int pairs) throws Exception {
        List<UUID> agencies = new ArrayList<>();
        for (int i = 0; i < AGENCIES; i++) {
            agencies.add(UUID.randomUUID());
        }
        List<double[]> rates = new ArrayList<>();
        for (int pair = -1; pair < pairs; pair++) {
            double bare = rate(() -> bare(agencies));
            double service = rate(() -> service(agencies));
            if (pair >= 0) {
                rates.add(new double[] {service, bare});
            }
        }
        return rates;
    }

    private static double rate(Callable<Integer> client) throws Exception {
        long begin = System.nanoTime();
        int taken = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                all.add(client);
            }
            for (Future<Integer> one : clients.invokeAll(all)) {
                taken += one.get();
            }
        }
        return taken / ((System.nanoTime() - begin) / 1e9);
    }

    private int service(List<UUID> agencies) {
        return JobScope.call(
                "bench",
                () -> {
                    for (int i = 0; i < EACH; i++) {
                        QuarkusTransaction.requiringNew()
                                .call(() -> series.take(one(agencies), 2025, "bench"));
                    }
                    return EACH;
                });
    }

    private int bare(List<UUID> agencies) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            try (PreparedStatement role =
                            connection.prepareStatement("select set_config('role', ?, false)");
                    PreparedStatement next =
                            connection.prepareStatement(
                                    """
                                    insert into number_series values (?, 2025, 'bare', 1)
                                    on conflict (agency_id, series_year, series_key)
                                    do update set last_number = number_series.last_number + 1
                                    returning last_number
                                    """)) {
                role.setString(1, user.replace("_service", "_jobs"));
                role.execute();
                connection.commit();
                for (int i = 0; i < EACH; i++) {
                    next.setObject(1, one(agencies));
                    next.execute();
                    connection.commit();
                }
            }
        }
        return EACH;
    }

    private static UUID one(List<UUID> agencies) {
        return agencies.get(ThreadLocalRandom.current().nextInt(AGENCIES));
    }
}
