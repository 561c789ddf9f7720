package io.missionwatch.alert.deliveries.mail;

import io.missionwatch.alert.deliveries.outbox.Attempt;
import io.missionwatch.alert.deliveries.outbox.Gathering;
import io.missionwatch.alert.deliveries.outbox.GatheringSink;
import io.missionwatch.alert.deliveries.outbox.Parcel;
import java.util.List;

/** Sends one mail of what was gathered, so that a day of many reports does not fill a mailbox. */
record MailDigest(MailSink mails, Gathering gathering) implements GatheringSink {

    @Override
    public Attempt deliver(List<Parcel> parcels) {
        return mails.deliver(parcels);
    }

    @Override
    public Attempt deliver(Parcel parcel) {
        return mails.deliver(parcel);
    }

    @Override
    public void close() {
        mails.close();
    }
}
