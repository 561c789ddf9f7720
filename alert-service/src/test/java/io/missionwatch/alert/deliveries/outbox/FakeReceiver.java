package io.missionwatch.alert.deliveries.outbox;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A receiver that answers as a test says and remembers what it was given. */
final class FakeReceiver implements Sink {

    private final Function<Parcel, Attempt> answer;
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ConcurrentHashMap<String, Boolean> atWork = new ConcurrentHashMap<>();
    private volatile boolean doubled;

    FakeReceiver(Function<Parcel, Attempt> answer) {
        this.answer = answer;
    }

    static FakeReceiver willing() {
        return new FakeReceiver(parcel -> Attempt.DELIVERED);
    }

    /** Takes a parcel and never answers, as a process that is killed never hears the answer. */
    static FakeReceiver silent() {
        return new FakeReceiver(parcel -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return Attempt.Failed.because("interrupted");
        });
    }

    @Override
    public Attempt deliver(Parcel parcel) {
        doubled |= atWork.put(parcel.alert().getAlertId(), true) != null;
        attempts.add(parcel.key() + "#" + parcel.attempt());
        try {
            return answer.apply(parcel);
        } finally {
            atWork.remove(parcel.alert().getAlertId());
        }
    }

    /** Every attempt as key#number, in their order. */
    List<String> attempts() {
        return attempts;
    }

    /** Whether two revisions of one alert were ever under way at once. */
    boolean wasDoubled() {
        return doubled;
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
