package io.missionwatch.alert.deliveries.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver of what was gathered, which refuses the first time and takes everything afterwards. */
record GatheringReceiver(Gathering gathering, List<List<String>> batches) implements GatheringSink {

    GatheringReceiver(Gathering gathering) {
        this(gathering, new CopyOnWriteArrayList<>());
    }

    @Override
    public Attempt deliver(List<Parcel> parcels) {
        batches.add(parcels.stream()
                .map(parcel -> parcel.key() + "#" + parcel.attempt())
                .toList());
        return batches.size() == 1 ? Attempt.Failed.because("not now") : Attempt.DELIVERED;
    }

    @Override
    public Attempt deliver(Parcel parcel) {
        return deliver(List.of(parcel));
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
