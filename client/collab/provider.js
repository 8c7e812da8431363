import { WebsocketProvider } from 'y-websocket';
export { WebsocketProvider };
