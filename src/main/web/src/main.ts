// Starts the application.
import { createApp } from 'vue';
import App from './App.vue';
import { router } from './router';
import './theme.css';
import './base.css';

createApp(App).use(router).mount('#app');
