// An ESME on node-smpp: submits COUNT messages with at most WINDOW unanswered, waits for a receipt of each and for one
// inbound message, prints what it saw as one line of JSON, and ends.
// Usage: node esme.js PORT WINDOW COUNT
'use strict';
const smpp = require('smpp');

const [port, window, count] = process.argv.slice(2).map(Number);
const ids = [];
const receipts = {};
const inbound = [];
let submitted = 0;

const session = smpp.connect({url: `smpp://127.0.0.1:${port}`, auto_enquire_link_period: 5000});
session.on('connect', () => {
  session.bind_transceiver({system_id: 'demo', password: 'demo'}, (answer) => {
    if (answer.command_status !== 0) {
      fail(`bind was answered ${answer.command_status}`);
    }
    for (let i = 0; i < window; i++) {
      submitNext();
    }
  });
});
session.on('error', (error) => fail(error.message));
session.on('deliver_sm', (pdu) => {
  session.send(pdu.response());
  const receipt = /^id:(\d+) .* stat:(\w+) /.exec(pdu.short_message.message);
  if (receipt) {
    receipts[receipt[1]] = receipt[2];
  } else {
    inbound.push(pdu.short_message.message);
  }
  endWhenComplete();
});

function submitNext() {
  if (submitted === count) {
    return;
  }
  const number = ++submitted;
  session.submit_sm(
    {destination_addr: '380677654321', dest_addr_ton: 1, dest_addr_npi: 1, source_addr: '1234', registered_delivery: 1,
      short_message: `Message ${number} of node-smpp, пример`},
    (answer) => {
      if (answer.command_status !== 0) {
        fail(`submit_sm was answered ${answer.command_status}`);
      }
      ids.push(answer.message_id);
      submitNext();
      endWhenComplete();
    });
}

function endWhenComplete() {
  if (ids.length === count && ids.every((id) => receipts[id]) && inbound.length > 0) {
    console.log(JSON.stringify({
      ids: new Set(ids).size,
      delivered: ids.filter((id) => receipts[id] === 'DELIVRD').length,
      inbound,
    }));
    session.unbind(() => session.close(() => process.exit(0)));
  }
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
