package io.missionwatch.alert;

import java.util.Queue;
import java.util.concurrent.Flow;

/** Collects the lines of a response while it goes on. */
final class Lines implements Flow.Subscriber<String> {

    private final Queue<String> lines;

    Lines(Queue<String> lines) {
        this.lines = lines;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable failure) {
        lines.add("error: " + failure.getMessage());
    }

    @Override
    public void onComplete() {
        lines.add("end");
    }
}
