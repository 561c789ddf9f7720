package io.missionwatch.runtime.deadletters;

import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the errors of a stream application: a record that is bad in itself becomes a dead letter, in the transaction of
 * the task that read it; anything that is wrong with the machine stops the task, to be tried again.
 */
public final class DeadLetterHandler
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {

    /** Setting: the topic whose dead-letter topic takes what came through an internal topic. */
    public static final String MAIN_INPUT = "missionwatch.dead-letter.main-input";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);
    private static final Set<String> WITH_DEAD_LETTERS =
            TopicCatalogue.all().stream().map(Topic::name).collect(Collectors.toSet());

    private Optional<String> mainInput = Optional.empty();

    @Override
    public void configure(Map<String, ?> configuration) {
        mainInput = Optional.ofNullable(configuration.get(MAIN_INPUT)).map(String::valueOf);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> bad, Exception error) {
        if (Blame.isOfTheMachine(error)) {
            return DeserializationExceptionHandler.Response.fail();
        }
        return deadLetter(context, bad.key(), bad.value(), error)
                .map(letter -> DeserializationExceptionHandler.Response.resume(List.of(letter)))
                .orElseGet(DeserializationExceptionHandler.Response::fail);
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> bad, Exception error) {
        if (Blame.isOfTheMachine(error)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        return deadLetter(context, context.sourceRawKey(), context.sourceRawValue(), error)
                .map(letter -> ProcessingExceptionHandler.Response.resume(List.of(letter)))
                .orElseGet(ProcessingExceptionHandler.Response::fail);
    }

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> bad, Exception error) {
        if (!(error instanceof RecordTooLargeException)) {
            return ProductionExceptionHandler.Response.fail();
        }
        return deadLetter(context, context.sourceRawKey(), context.sourceRawValue(), error)
                .map(letter -> ProductionExceptionHandler.Response.resume(List.of(letter)))
                .orElseGet(ProductionExceptionHandler.Response::fail);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord bad,
            Exception error,
            ProductionExceptionHandler.SerializationExceptionOrigin origin) {
        if (Blame.isOfTheMachine(error)) {
            return ProductionExceptionHandler.Response.fail();
        }
        return deadLetter(context, context.sourceRawKey(), context.sourceRawValue(), error)
                .map(letter -> ProductionExceptionHandler.Response.resume(List.of(letter)))
                .orElseGet(ProductionExceptionHandler.Response::fail);
    }

    private Optional<ProducerRecord<byte[], byte[]>> deadLetter(
            ErrorHandlerContext context, byte[] key, byte[] value, Exception error) {
        return topicFor(context).map(topic -> {
            LOG.warn(
                    "Dead letter stage={} topic={} partition={} offset={} error={}",
                    context.processorNodeId(),
                    context.topic(),
                    context.partition(),
                    context.offset(),
                    error.getClass().getSimpleName());
            var origin = new DeadLetters.Origin(topic, context.partition(), context.offset());
            return DeadLetters.of(context.processorNodeId(), origin, key, value, context.headers(), error);
        });
    }

    private Optional<String> topicFor(ErrorHandlerContext context) {
        var topic = Optional.ofNullable(context.topic());
        return topic.filter(name -> WITH_DEAD_LETTERS.contains(name + Topic.DEAD_LETTER_SUFFIX))
                .or(() -> mainInput);
    }
}
