// Decodes topics from their beginning with Confluent's own client, until each has given as many records as it is said to hold.
// node decode.js BROKER REGISTRY TOPIC=COUNT... ; NODE_PATH names the directory that holds the client.
const { Kafka, logLevel } = require('kafkajs');
const { AvroDeserializer, SchemaRegistryClient, SerdeType } = require('@confluentinc/schemaregistry');

const [broker, registry, ...wanted] = process.argv.slice(2);
const missing = new Map(wanted.map((word) => [word.split('=')[0], Number(word.split('=')[1])]));
const avro = new AvroDeserializer(new SchemaRegistryClient({ baseURLs: [registry] }), SerdeType.VALUE, {});
const consumer = new Kafka({ brokers: [broker], logLevel: logLevel.ERROR }).consumer({ groupId: `decode-${process.pid}` });

function end(code, line) {
  console.log(line);
  process.exit(code);
}

async function take({ topic, message }) {
  try {
    if (message.value !== null) await avro.deserialize(topic, message.value);
  } catch (failure) {
    end(1, `${topic}: ${failure.message}`);
  }
  missing.set(topic, missing.get(topic) - 1);
  if ([...missing.values()].every((count) => count <= 0)) end(0, 'decoded all');
}

async function main() {
  await consumer.connect();
  await consumer.subscribe({ topics: [...missing.keys()], fromBeginning: true });
  await consumer.run({ eachMessage: take });
}

main().catch((failure) => end(1, failure.message));
